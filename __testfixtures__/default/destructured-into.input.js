({ made: module.exports } = { made: { by: 'destructuring' } });
