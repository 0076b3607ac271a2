/*
 * What the setup file has done where a reporter asked for it. A file of its own, so that workers can take over what one
 * of them compiled.
 */
export { observeFiles } from './test-file/observe-files.js';
