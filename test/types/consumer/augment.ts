// With the import, an axios config knows the options of one request: the declarations merge with axios's own.
import 'axios-outcome/augment';
import axios from 'axios';

axios.get('/keys', { outcome: { retry: { retries: 0, budget: false } } });
axios.create().post('/keys', {}, { outcome: { retry: false } });
// @ts-expect-error: not a number
axios.get('/keys', { outcome: { retry: { retries: 'none' } } });
