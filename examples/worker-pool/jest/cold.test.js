const { afterAll, expect, test } = require('@holdfast/jest');

require('../scenario/cold.js')({ afterAll, expect, test });
