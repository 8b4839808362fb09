import stream, { Transform } from 'stream';

class Stream extends Transform {
  _transform(chunk, _encoding, done) {
    done(null, chunk);
  }
}

console.log(new Stream() instanceof stream);
