import type { Opinion, Rule } from '../rule.js';

/** A file that should be there is not. Where it lies tells who should have made it. */
export const missingFile: Rule = {
  id: 'missing-file',
  keywords: ['ENOENT', 'no such file or directory'],
  judge: ({ text }) => {
    if (/spawn|command not found/.test(text)) return undefined;
    const path = /(?:ENOENT[^\n]*?|no such file or directory[^\n]*?)['"‘]([^'"’\n]+)['"’]/.exec(text)?.[1];
    if (path === undefined) return undefined;
    return judgePath(path.replaceAll('\\', '/'));
  },
};

const judgePath = (path: string): Opinion | undefined => {
  if (/(?:^|\/)(?:dist|build|out|lib|\.next|target|generated|coverage)\//.test(path)) {
    return {
      category: 'CONFIGURATION',
      cause: 'other-configuration',
      weight: 0.66,
      sentence: `The built file ${path} is not there: the build was not run first.`,
    };
  }
  if (/(?:^|\/)\.env|\.(?:env|pem|key|crt)$/.test(path)) {
    return {
      category: 'CONFIGURATION',
      cause: 'missing-env-var',
      weight: 0.7,
      sentence: `The settings file ${path} is not there.`,
    };
  }
  if (/(?:^|\/)te?mp\/|\/T\/|\/Temp\//.test(path)) {
    return {
      category: 'TEST_DESIGN',
      cause: 'leaked-state',
      weight: 0.45,
      sentence: `The temporary file ${path} is gone: another test or tear-down removed it.`,
    };
  }
  return undefined;
};
