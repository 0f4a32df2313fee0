/**
 * Loaded into a process of the product before anything else (`--import`): from SIGUSR2 on it takes memory and gives none back, as with a
 * leak, while it goes on with its work, until its limit ends it.
 */
const megabyte = 1024 * 1024;

process.once("SIGUSR2", () => {
  const eaten = [];
  setInterval(() => {
    // Of many small objects, as a heap is; a large buffer would lie beside the heap and its limit.
    for (let bytes = 0; bytes < 4 * megabyte; bytes += 64) eaten.push({ left: bytes, right: eaten.length });
  }, 50);
});
