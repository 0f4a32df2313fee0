/** Ms since 1970, finer than Date.now(), and the same in all processes of a machine but for what its clock was set meanwhile. */
export const now = () => performance.timeOrigin + performance.now();
