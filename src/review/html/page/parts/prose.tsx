/** A sentence in which what stands between backticks is code. */
export function Prose({ text }: { text: string }) {
  return (
    <>
      {text.split(/`([^`]*)`/).map((piece, index) => {
        const key = `${index} ${piece}`;
        return index % 2 === 1 ? <code key={key}>{piece}</code> : <span key={key}>{piece}</span>;
      })}
    </>
  );
}
