const CATEGORIES = new Set(['BUG', 'CONFIGURATION', 'ENVIRONMENT', 'TEST_DESIGN']);

const isRecord = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

const problemOf = (record) => {
  if (!isRecord(record)) return 'is not an object';
  if (typeof record.id !== 'string') return 'has no "id" (a text)';
  if (!isRecord(record.error) || typeof record.error.message !== 'string')
    return 'has no "error" with a "message" (a text)';
  if (!CATEGORIES.has(record.category)) {
    return `has the category ${JSON.stringify(record.category)}; accepted are ${[...CATEGORIES].join(', ')}`;
  }
  if (typeof record.cause !== 'string') return 'has no "cause" (a text)';
  if (record.test != null && !isRecord(record.test)) return 'has a "test" that is not an object';
  if (record.observed != null && !isRecord(record.observed)) return 'has an "observed" that is not an object';
  return undefined;
};

/** Labelled failures from a text of one JSON object a line; throws one error that names the line. */
export const readCorpus = (text) => {
  const records = [];
  text.split('\n').forEach((line, index) => {
    if (line.trim() === '') return;
    let record;
    try {
      record = JSON.parse(line);
    } catch (error) {
      throw new Error(`line ${index + 1} is not JSON: ${error.message}`);
    }
    const problem = problemOf(record);
    if (problem !== undefined) throw new Error(`line ${index + 1} ${problem}`);
    records.push(record);
  });
  if (records.length === 0) throw new Error('the file holds no failure');
  return records;
};
