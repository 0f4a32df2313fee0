/** From the lowest: how a fire grows. */
export const tierNames = ["spark", "ember", "flame", "torch", "bonfire", "blaze", "wildfire"] as const;
