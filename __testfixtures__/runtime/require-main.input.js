exports.run = () => 'ran';

if (require.main === module) {
  console.log('started directly');
}
