// `axios-outcome/augment` is opt-in: without the import an axios config knows nothing of outcomes.
import axios from 'axios';

// @ts-expect-error: no such option
axios.get('/keys', { outcome: { retries: 0, budget: false } });
// @ts-expect-error: no such option
axios.create().post('/keys', {}, { outcome: { retry: false } });
