// A closed load: a number of requests, and how many of them run at a time.

/** Resolves to the number of requests that succeeded. */
export async function sendAll(get, { requests, concurrency }) {
  let next = 0;
  let succeeded = 0;
  async function worker() {
    while (next < requests) {
      const ok = await get(`/item/${next++}`).then(
        () => true,
        () => false,
      );
      if (ok) succeeded++;
    }
  }
  await Promise.all(Array.from({ length: concurrency }, worker));
  return succeeded;
}
