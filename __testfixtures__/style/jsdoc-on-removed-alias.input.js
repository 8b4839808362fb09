/** What is exported. */
var api = exports;

/** Says so. */
api.say = () => 'so';
