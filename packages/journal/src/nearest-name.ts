import leven from 'leven';

/** The known name that was probably meant, or undefined where none is near. Case does not count. */
export const nearestName = (name: string, known: readonly string[]): string | undefined => {
  const lowered = name.slice(0, 64).toLowerCase();
  const [nearest] = known
    .map((candidate) => ({ candidate, edits: leven(lowered, candidate.toLowerCase()) }))
    .filter(({ edits }) => edits <= Math.max(2, Math.floor(lowered.length / 3)))
    .sort((left, right) => left.edits - right.edits);
  return nearest?.candidate;
};
