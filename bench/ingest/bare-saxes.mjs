// The least that a streaming reader can do: every byte through saxes, elements counted.
import { createReadStream } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(new URL('../../packages/triage/package.json', import.meta.url));
const { SaxesParser } = require('saxes');
const parser = new SaxesParser();
let cases = 0;
parser.on('opentag', ({ name }) => {
  if (name === 'testcase') cases += 1;
});
for await (const piece of createReadStream(process.argv[2], {
  encoding: 'utf8',
  highWaterMark: 128 * 1024,
})) {
  parser.write(piece);
}
parser.close();
console.log(cases);
