<?php
/**
 * As much of Action Scheduler as the plugin uses: a list of actions of the current site.
 *
 * @package Closte_Domain_Sync
 */

function as_schedule_single_action( $timestamp, $hook, $args = array(), $group = '' ) {
	$actions   = get_option( 'test_actions', array() );
	$actions[] = array(
		'at'    => $timestamp,
		'hook'  => $hook,
		'args'  => $args,
		'group' => $group,
	);
	update_option( 'test_actions', $actions );
	return count( $actions );
}

function as_unschedule_all_actions( $hook, $args = array(), $group = '' ) {
	$others = static function ( $action ) use ( $hook, $group ) {
		return $action['hook'] !== $hook || $action['group'] !== $group;
	};
	update_option( 'test_actions', array_values( array_filter( get_option( 'test_actions', array() ), $others ) ) );
}

/** What its queue runner does: takes what is due off the list, and does it. */
function test_run_actions() {
	$actions = get_option( 'test_actions', array() );
	$due     = static function ( $action ) {
		return $action['at'] <= time();
	};
	update_option( 'test_actions', array_values( array_filter( $actions, static fn( $action ) => ! $due( $action ) ) ) );
	foreach ( array_filter( $actions, $due ) as $action ) {
		do_action_ref_array( $action['hook'], $action['args'] );
	}
}
