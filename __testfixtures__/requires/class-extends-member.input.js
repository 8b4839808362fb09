class Stream extends require('stream').Transform {
  _transform(chunk, _encoding, done) {
    done(null, chunk);
  }
}

console.log(new Stream() instanceof require('stream'));
