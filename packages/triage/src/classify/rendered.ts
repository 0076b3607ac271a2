import type { Facts } from './facts.js';

const COMPONENT_TEST = /\.(?:jsx|tsx|vue|svelte)$/;
const RENDERING_FRAME =
  /node_modules[\\/](?:react-dom|react-reconciler|@testing-library|@vue|vue|svelte)[\\/]|renderWithHooks/;

/** Whether the failure happened while a user interface was rendered in a test. */
export const isRendered = ({ failure, error }: Facts): boolean =>
  COMPONENT_TEST.test(failure.file ?? '') || RENDERING_FRAME.test(error?.stack ?? '');
