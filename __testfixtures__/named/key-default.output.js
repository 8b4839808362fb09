export default function () {
  return 'default';
}
export const other = 1;
