export { broadcast } from "./broadcast";
export { Channel, type ChannelLimits, type ChannelOptions, type FlushReport } from "./channel";
export { plainEncoding, trpcEncoding, type Encoding, type FrameKind } from "./encoding";
export { LiveSocket } from "./live-socket";
export { formatPosition, parsePosition, type Position } from "./position";
export type { AttachedReader, Outlet, Reader, ReadOptions, Snapshot, Subscription } from "./reader";
export { tryLater } from "./socket-reader";
