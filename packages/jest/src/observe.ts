/*
 * What the setup file has done where a reporter asked for it. Loaded once in a worker, outside of the sandboxes of its
 * test files: in each of them it would have to be read and compiled anew. Keeps nothing from one file to the next.
 */
export { observeFile } from './circus/observe-file.js';
