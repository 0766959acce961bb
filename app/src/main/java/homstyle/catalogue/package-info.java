/** The products that can be placed, from a data file. */
package homstyle.catalogue;
