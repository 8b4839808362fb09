console.log('loud was loaded');
