package homstyle.load;

/** @param token what opens the room; null where access is open */
record Room(String id, String token) {}
