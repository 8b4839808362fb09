/** @type {import('../packages/worker.mjs').Work} */
export default async function tell(moment, { load }) {
  const then = moment.utc('2020-02-29T12:34:56Z');
  console.log(
    then.format('dddd, MMMM Do YYYY, h:mm:ss a'),
    then.clone().add(1, 'year').toISOString(),
    then.isLeapYear(),
  );
  console.log(
    moment.duration(3661, 'seconds').humanize(),
    moment('31.12.2019', 'DD.MM.YYYY', true).isValid(),
    then.diff(moment.utc('2020-01-01'), 'days'),
  );
  await load('moment/locale/de.js');
  console.log(
    moment.locales(),
    moment.utc(0).locale('de').format('LLLL'),
    moment.utc(0).locale('fr').format('LL'),
    moment.locale(),
  );
}
