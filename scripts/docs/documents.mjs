import { repositoryFiles } from '../tree/files.mjs';

const written = /^(README\.md|CONTRIBUTING\.md|docs\/([^/]+|guides\/[^/]+)\.md|packages\/[^/]+\/README\.md)$/;

/** The documents whose snippets are run, as paths from the root. */
export const documents = () => repositoryFiles().filter((file) => written.test(file));
