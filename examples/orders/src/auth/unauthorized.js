/** The caller did not prove who they are. */
class Unauthorized extends Error {
  name = 'Unauthorized';
  code = 'UNAUTHORIZED';
}

module.exports = { Unauthorized };
