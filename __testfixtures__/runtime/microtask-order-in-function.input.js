function start() {
  process.nextTick(function () {
    console.log('tick');
  });
}

async function wait() {
  await null;
  console.log('waited');
}

start();
wait();
