/** @type {import('../packages/worker.mjs').Work} */
export default async function convert(xml2js) {
  const text = '<?xml version="1.0"?><a x="1"><b>t</b><b><![CDATA[<c>]]></b><e:d xmlns:e="u"/></a>';
  console.log(
    JSON.stringify(await xml2js.parseStringPromise(text, { explicitArray: false, mergeAttrs: true })),
  );
  const { processors } = xml2js;
  xml2js.parseString(
    text,
    {
      tagNameProcessors: [processors.stripPrefix],
      attrNameProcessors: [processors.firstCharLowerCase],
      xmlns: true,
    },
    (error, result) => console.log(error, JSON.stringify(result)),
  );
  console.log(
    new xml2js.Builder({ rootName: 'r', cdata: true }).buildObject({ $: { id: 1 }, x: ['<', { _: 'y' }] }),
  );
  console.log(await new xml2js.Parser().parseStringPromise('<a><b></a>').catch((error) => String(error)));
  console.log(Object.keys(xml2js).sort(), Object.keys(xml2js.defaults));
}
