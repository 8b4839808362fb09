export default function main () {}
