/** Whether there is anything on an author's desk for somebody with these roles. */
export const mayWrite = (roles: readonly string[]): boolean => roles.includes("author") || roles.includes("admin");
