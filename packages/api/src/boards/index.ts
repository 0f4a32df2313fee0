export { BoardFeed } from "./board-feed";
export { EventStreamOutlet } from "./event-stream";
