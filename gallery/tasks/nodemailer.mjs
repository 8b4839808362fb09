/** @type {import('../packages/worker.mjs').Work} */
export default async function compose(nodemailer) {
  const transport = nodemailer.createTransport({ streamTransport: true, buffer: true, newline: 'unix' });
  const message = {
    from: 'Ä <a@b.test>',
    to: ['c@d.test'],
    subject: 'Grüße',
    text: 'plain',
    html: '<b>rich</b>',
    date: new Date(0),
    messageId: '<id@b.test>',
    attachments: [{ filename: 'x.txt', content: 'hi', cid: 'c' }],
  };
  const { envelope, messageId, message: raw } = await transport.sendMail(message);
  console.log(envelope, messageId, raw.toString().replaceAll(/--_NmP-\w+-Part_\d/g, '<boundary>'));
  const json = await nodemailer.createTransport({ jsonTransport: true }).sendMail(message);
  console.log(JSON.parse(json.message).subject, Object.keys(nodemailer));
}
