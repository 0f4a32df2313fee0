export const target: string;
export function embedFunctions(): string;
