/** @type {import('../packages/worker.mjs').Work} */
export default function scrape(cheerio) {
  const $ = cheerio.load(
    '<ul id="f"><li class="a">x</li><li data-n="2">y</li></ul><form><input name="q" value="1"></form>',
  );
  $('li').first().addClass('b').after('<li>new</li>');
  $('.a').text('changed').attr('title', 'T');
  console.log(
    $.html(),
    $('li').length,
    $('[data-n]').data('n'),
    $('#f')
      .children()
      .map((i) => i)
      .get(),
  );
  console.log(
    $('form').serializeArray?.(),
    $('li').filter('.b').is('.a'),
    $('li').eq(1).prev().html(),
    $.text($('li')),
  );
  console.log(
    $('ul').find('li').not('.a').wrap('<b></b>').parent().length,
    $('li').css('color', 'red').first().attr('style'),
  );
  console.log(Object.keys(cheerio).sort(), typeof cheerio.contains, $.xml('li'));
}
