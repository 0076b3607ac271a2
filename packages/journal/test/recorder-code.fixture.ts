import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

/** What runs inside test files, as one CommonJS text, for realms and processes of a test's own. */
export const recorderCode = async (): Promise<string> => {
  const input = fileURLToPath(new URL('../src/recorder.ts', import.meta.url));
  const bundle = await rolldown({ input, platform: 'node' });
  const { output } = await bundle.generate({ format: 'cjs' });
  await bundle.close();
  return output[0].code;
};
