const { appendFile } = require('node:fs/promises');
const { join } = require('node:path');

/** A log of what was done, one file a day. */
const createAuditLog = (folder) => async (entry) => {
  const day = new Date().toISOString().slice(0, 10);
  await appendFile(join(folder, `${day}.log`), `${JSON.stringify(entry)}\n`);
};

module.exports = { createAuditLog };
