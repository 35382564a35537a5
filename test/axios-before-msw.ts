// axios keeps the first `Request` that its fetch adapter finds, for as long as the process lives.
// While msw listens that is msw's own, which works no longer once msw has stopped. So Node's comes first.
import axios from 'axios';

await axios.get('data:,', { adapter: 'fetch' });
