/** Environment variable by which the reporter tells a test file the name of its project. Absent where it has none. */
export const PROJECT_VARIABLE = 'HOLDFAST_PROJECT';
