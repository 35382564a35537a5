const axios = require('axios');
const outcomes = require('axios-outcome');
const { dew } = require('axios-outcome/catalogues/dew');
const { http } = require('axios-outcome/catalogues/http');

module.exports = { axios, dew, http, ...outcomes };
