import { storageContract } from "../storage/storage-contract.ts";
import { FragileStorage } from "./fragile-storage.ts";

storageContract("one that can be broken", async () => new FragileStorage());
