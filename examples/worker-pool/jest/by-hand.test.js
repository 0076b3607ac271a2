const { afterAll, expect, test } = require('@holdfast/jest');

require('../scenario/by-hand.js')({ afterAll, expect, test });
