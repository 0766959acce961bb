/** Who may do what: room tokens and resume keys, both signed with the keys in the data folder. */
package homstyle.access;
