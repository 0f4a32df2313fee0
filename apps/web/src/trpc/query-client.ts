import { QueryCache, QueryClient } from "@tanstack/react-query";
import { failureOf, mayPass } from "./failures";

/** `onSignedOut` is called when a page asks for something and the sign-in has run out. Work in progress is not thrown away for it. */
export function createQueryClient({ onSignedOut }: { onSignedOut: () => void }): QueryClient {
  return new QueryClient({
    queryCache: new QueryCache({
      onError(error, query) {
        if (failureOf(error).reason === "UNAUTHORIZED" && query.state.data === undefined) onSignedOut();
      },
    }),
    defaultOptions: {
      queries: { staleTime: 5_000, retry: (failures, error) => failures < 2 && mayPass(error) },
      // A change of the author's is shown or refused at once; waiting for the network would look like success.
      mutations: { networkMode: "always" },
    },
  });
}
