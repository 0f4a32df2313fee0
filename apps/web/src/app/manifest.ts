import type { MetadataRoute } from "next";
import { getTranslations } from "next-intl/server";
import { routes } from "@/routes";

/** What a phone needs to put Quickfire beside its other apps. */
export default async function manifest(): Promise<MetadataRoute.Manifest> {
  const t = await getTranslations("common");
  return {
    id: routes.home,
    name: t("productName"),
    short_name: t("productName"),
    description: t("productLine"),
    start_url: routes.home,
    display: "standalone",
    background_color: "#f3f6f1",
    theme_color: "#06211c",
    icons: [
      { src: "/icon-192.png", sizes: "192x192", type: "image/png" },
      { src: "/icon-512.png", sizes: "512x512", type: "image/png" },
      { src: "/icon-maskable-512.png", sizes: "512x512", type: "image/png", purpose: "maskable" },
    ],
  };
}
