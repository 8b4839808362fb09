var open = Object.defineProperty({}, 'size', { value: 1, writable: true });
open.size = 2;
var sealed = Object.seal({ known: 1 });
sealed.known = 2;
exports.sizes = [open.size, sealed.known];
