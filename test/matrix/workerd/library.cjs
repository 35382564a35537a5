const axios = require('axios');
const outcomes = require('axios-outcome');
const { dew } = require('axios-outcome/catalogues/dew');

module.exports = { axios, dew, ...outcomes };
