if (!module.parent) {
  console.log('started directly');
}
