if (require.main !== module) {
  console.log('loaded');
}
