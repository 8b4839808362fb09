/** @type {import('../packages/worker.mjs').Work} */
export default function browse({ JSDOM, VirtualConsole, CookieJar }) {
  const virtualConsole = new VirtualConsole();
  virtualConsole.on('log', (...args) => console.log('page:', ...args));
  const page =
    '<!doctype html><p class="a">Hello <b>world</b></p><ul><li>1<li>2</ul><script>console.log(document.querySelectorAll("li").length)</script>';
  const { window } = new JSDOM(page, {
    runScripts: 'dangerously',
    url: 'http://example.test/x?y=1',
    virtualConsole,
    cookieJar: new CookieJar(),
  });
  const { document } = window;
  document.cookie = 'a=b';
  document
    .querySelector('p.a')
    .addEventListener('click', (event) => console.log(event.type, event.target.tagName));
  document.querySelector('b').click();
  document.body.append(document.createElement('section'));
  document.querySelector('section').innerHTML = '<i style="color: red">x</i>';
  console.log(document.body.innerHTML, document.cookie, window.location.href);
  console.log(
    window.getComputedStyle(document.querySelector('i')).color,
    document.querySelector('p').textContent,
  );
  console.log(
    new window.URL('../z', window.location.href).href,
    new window.DOMParser().parseFromString('<a/>', 'text/xml').documentElement.nodeName,
  );
  console.log(JSDOM.fragment('<td>x</td>').childNodes.length, Object.keys(window).length > 100);
  window.close();
}
