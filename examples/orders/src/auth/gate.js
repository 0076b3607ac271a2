/**
 * Lets so many tasks in at a time and counts those that had to wait.
 * @param {number} places
 */
function createGate(places) {
  const waiting = [];
  const stats = { entered: 0, contentions: 0 };
  let inside = 0;

  const enter = async (task) => {
    if (inside === places) {
      stats.contentions += 1;
      await new Promise((resolve) => waiting.push(resolve));
    } else {
      inside += 1;
    }
    stats.entered += 1;
    try {
      return await task();
    } finally {
      const next = waiting.shift();
      // The place is handed on and never free in between, so that nobody can slip in before the next in line.
      if (next) next();
      else inside -= 1;
    }
  };

  return { enter, stats };
}

module.exports = { createGate };
