export default async function* pages() {
  yield 1;
}
